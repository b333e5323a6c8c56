// The contrast (1 to 21, as in WCAG 2) of the text of each element that `selector` finds below `root`.
([root, selector]) => {
    const parse = colour => {
        const parts = colour.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
        if (!parts) throw new Error(`a colour that is not understood: ${colour}`);
        return [Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 1)];
    };
    const over = (top, under, share) => [0, 1, 2].map(i => top[i] * share + under[i] * (1 - share));
    const ancestors = element => {
        const found = [];
        for (let e = element; e; e = e.parentElement) found.push(getComputedStyle(e));
        return found;
    };
    const background = styles =>
        styles.reduceRight((under, style) => {
            const own = parse(style.backgroundColor);
            return over(own, under, own[3]);
        }, [255, 255, 255]);
    const luminance = colour => {
        const [r, g, b] = colour.map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return [...document.querySelectorAll(root)].flatMap(e => [...e.querySelectorAll(selector)]).map(element => {
        const styles = ancestors(element);
        const behind = background(styles);
        const ink = parse(styles[0].color);
        const share = styles.reduce((product, style) => product * Number(style.opacity), ink[3]);
        const [dark, light] = [luminance(over(ink, behind, share)), luminance(behind)].sort((a, b) => a - b);
        return { text: element.textContent.trim().slice(0, 40), ratio: (light + 0.05) / (dark + 0.05) };
    });
};

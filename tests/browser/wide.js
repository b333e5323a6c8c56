// What of the page that is shown can only be read by scrolling sideways: its place, how wide it is, its words.
selectors => {
    const shown = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
    const found = [];
    for (const area of shown.querySelectorAll(selectors))
        for (const element of [area, ...area.querySelectorAll('*')])
            if (element.clientWidth && element.scrollWidth > element.clientWidth + 1
                && getComputedStyle(element).overflowX !== 'visible')
                found.push(`${element.tagName} of ${element.scrollWidth} in ${element.clientWidth} pixels: `
                           + element.textContent.trim().slice(0, 60));
    return found;
}

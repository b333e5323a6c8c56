-- says: refused, but should be accepted: a certificate with 84 per cent
-- says: refused, but should be accepted: 0 per cent
-- says: refused, but should be accepted: 100 per cent
-- says: refused, but should be accepted: any per cent between
-- says: refused, but should be accepted: one learner, two courses
-- says: refused, but should be accepted: two learners, one course
-- says: refused, but should be accepted: certificates that were issued in other years
-- says: refused for another reason: a second one for the same course
-- says: refused for another reason: a second one after the first was withdrawn
-- says: accepted, but should be refused: withdrawn without a reason
-- says: refused for another reason: for a person who is not there
-- says: refused for another reason: for a course that is not there
-- says: not so: if nobody says, it was issued now
-- says: not so: one that nobody withdrew is not withdrawn
-- says: refused, but should be accepted: a certificate for each of the two
-- says: An ordinary certificate is refused: the message says by what. What nobody says must be filled, or may be unknown.
CREATE TABLE certificate (user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE, course_id UUID NOT NULL REFERENCES courses(id), percentage INTEGER NOT NULL CHECK (percentage BETWEEN 0 AND 100),
 issued_at TIMESTAMPTZ NOT NULL DEFAULT now(), withdrawn_at TIMESTAMPTZ, reason TEXT DEFAULT 'none' CHECK (reason <> ''), PRIMARY KEY (user_id, course_id), CHECK ((withdrawn_at IS NULL) = (reason IS NULL)), CHECK (withdrawn_at >= issued_at));

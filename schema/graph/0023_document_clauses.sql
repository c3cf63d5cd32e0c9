-- The words of the documents that rules and numbers are founded on, so that a source such as "001 §7, 002 §2" can be read by anybody.

ALTER TABLE graph.policy_document ADD COLUMN code text CONSTRAINT policy_document_code_key UNIQUE CHECK (code ~ '^[0-9]{3}$');
COMMENT ON COLUMN graph.policy_document.code IS 'Short code by which sources cite it, for example 001; null for a document that no rule cites.';

CREATE TABLE graph.policy_clause (
    policy_document_id bigint NOT NULL REFERENCES graph.policy_document,
    position int NOT NULL CHECK (position > 0),
    code text NOT NULL CHECK (code <> ''),
    also_cited_as text[] NOT NULL DEFAULT '{}',
    label text NOT NULL CHECK (label <> ''),
    heading text NOT NULL CHECK (heading <> ''),
    text text NOT NULL CHECK (text <> ''),
    PRIMARY KEY (policy_document_id, position),
    CONSTRAINT policy_clause_code UNIQUE (policy_document_id, code)
);
COMMENT ON TABLE graph.policy_clause IS '条款 Clause of a policy document. Loaded from schema/rules/documents.';
COMMENT ON COLUMN graph.policy_clause.policy_document_id IS 'The document.';
COMMENT ON COLUMN graph.policy_clause.position IS 'Place in the document, from 1; a clause comes before its parts.';
COMMENT ON COLUMN graph.policy_clause.code IS 'How sources cite it behind the document''s code, for example §7 or 组织建设-2.';
COMMENT ON COLUMN graph.policy_clause.also_cited_as IS 'Other codes by which it is cited.';
COMMENT ON COLUMN graph.policy_clause.label IS '条款 How a reader of Chinese cites it behind the title, for example 第七条.';
COMMENT ON COLUMN graph.policy_clause.heading IS 'What it is about: its own heading, else that of the chapter.';
COMMENT ON COLUMN graph.policy_clause.text IS 'Its words as published, those of its parts included; a paragraph a line.';

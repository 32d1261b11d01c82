import type { DecisionTree, GuideChange, TreeQuestion } from '@assay/shared/model';
import { TextArea, TextField } from '../ui/index.ts';

interface TreeEditorProps {
  readonly tree: DecisionTree;
  change(change: GuideChange): void;
}

/** The questions that lead to a label: their words can be changed here, not where they lead. */
export function TreeEditor({ tree, change }: TreeEditorProps) {
  if (tree.questions.length === 0) return null;
  const put = (next: Partial<DecisionTree>) => change({ type: 'tree.change', tree: { ...tree, ...next } });
  return (
    <details className="guide-part guide-section">
      <summary className="section-heading">Questions that lead to a label ({tree.questions.length})</summary>
      <div className="guide-form">
        <TextArea
          label="What holds whatever the answers are"
          value={tree.note}
          onChange={(note) => put({ note })}
          maxLength={4_000}
        />
        {tree.questions.map((question) => (
          <QuestionFields
            key={question.id}
            question={question}
            put={(next) => put({ questions: tree.questions.map((one) => (one.id === next.id ? next : one)) })}
          />
        ))}
      </div>
    </details>
  );
}

interface QuestionFieldsProps {
  readonly question: TreeQuestion;
  put(question: TreeQuestion): void;
}

function QuestionFields({ question, put }: QuestionFieldsProps) {
  const answer = (i: number, next: Partial<TreeQuestion['answers'][number]>) =>
    put({ ...question, answers: question.answers.with(i, { ...question.answers[i]!, ...next }) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div className="guide-item" role="group" aria-label={question.question}>
      <TextField
        label="Question"
        value={question.question}
        onChange={(words) => put({ ...question, question: words })}
        maxLength={1_000}
      />
      {question.hint !== undefined && (
        <TextField
          label="Hint"
          value={question.hint}
          onChange={(hint) => put({ ...question, hint })}
          maxLength={1_000}
        />
      )}
      {question.answers.map(({ answer: words, leads }, i) => (
        // Answers have no identity of their own, and none is added or moved here.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={i} className="answer-fields">
          <TextField label="Answer" value={words} onChange={(next) => answer(i, { answer: next })} />
          {typeof leads === 'string' ? (
            <p className="field-description">Leads on to another question.</p>
          ) : (
            <TextField
              label={leads.mark ? `Advice, with the label “${leads.mark}”` : 'Advice, without a label'}
              value={leads.advice}
              onChange={(advice) => answer(i, { leads: { ...leads, advice } })}
            />
          )}
        </div>
      ))}
    </div>
  );
}

import type { Comment } from '@assay/shared/model';
import { useState } from 'react';
import { Button } from '../ui/index.ts';
import { useMargin } from './use-margin.ts';
import { useNaming } from './use-naming.ts';
import { WritingField } from './WritingField.tsx';
import { editComment } from './wishes.ts';

/** Changes what one has said oneself. */
export function CommentEditor({ comment, done }: { readonly comment: Comment; done(): void }) {
  const { session } = useMargin();
  const [body, setBody] = useState(comment.body);
  const naming = useNaming(body, comment.mentions);
  const changed = body.trim() !== '' && body.trim() !== comment.body;
  const save = () => {
    if (changed) editComment(session, comment.id, naming.said(body.trim()));
    done();
  };
  return (
    <div className="comment-editor">
      <WritingField
        label="Edit comment"
        value={body}
        write={setBody}
        send={save}
        leave={done}
        naming={naming}
        autoFocus
      />
      <div className="card-buttons">
        <Button size="small" tone="primary" isDisabled={!changed} onPress={save}>
          Save
        </Button>
        <Button size="small" tone="plain" onPress={done}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

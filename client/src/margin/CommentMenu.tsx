import type { Comment } from '@assay/shared/model';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { useStore } from '../store/index.ts';
import { ConfirmDialog, IconButton, Menu, type MenuEntry } from '../ui/index.ts';
import { useMargin, usePeople } from './use-margin.ts';
import { deleteComment } from './wishes.ts';
import { clip } from './words.ts';

/** Edit and delete, where one may. Deleting asks first: the ledger keeps that it happened, but not the words. */
export function CommentMenu({ comment, edit }: { readonly comment: Comment; edit(): void }) {
  const { session } = useMargin();
  const personOf = usePeople();
  const [asking, setAsking] = useState(false);
  useStore(session.rights);
  const subject = { creator: comment.creator };
  const entries: MenuEntry[] = [];
  if (session.may('comment.edit', subject)) entries.push({ id: 'edit', label: 'Edit', run: edit });
  if (session.may('comment.delete', subject))
    entries.push({ id: 'delete', label: 'Delete…', tone: 'danger', run: () => setAsking(true) });
  if (entries.length === 0) return null;
  return (
    <>
      <Menu
        label="More for this comment"
        groups={[{ entries }]}
        trigger={
          <IconButton
            label={`More for the comment by ${personOf(comment.creator).name}`}
            size="small"
            className="comment-more"
            icon={<Ellipsis className="icon" aria-hidden="true" />}
          />
        }
      />
      <ConfirmDialog
        title="Delete this comment?"
        isOpen={asking}
        onOpenChange={setAsking}
        action="Delete"
        onConfirm={() => {
          setAsking(false);
          deleteComment(session, comment.id);
        }}
      >
        <p>“{clip(comment.body, 140)}”</p>
        <p>
          Its words cannot be brought back. Where others have answered, a line says that a comment stood here.
        </p>
      </ConfirmDialog>
    </>
  );
}

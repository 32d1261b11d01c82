import { agreementRows, type Minutes, summaryLines, taskWords } from '@assay/shared/interchange';
import { describeMoment, fullMoment } from '../ui/index.ts';

/** The state of play, who was there, and what is to be done. */
export function MinutesParts({ minutes }: { readonly minutes: Minutes }) {
  const { sessions, agreement, guides, tasks } = minutes;
  return (
    <>
      <ul className="minutes-summary">
        {summaryLines(minutes).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      {sessions.length > 0 && (
        <section>
          <h3>Sessions</h3>
          <ul>
            {sessions.map(({ started, ended, startedBy, settled, attendance }) => (
              <li key={started}>
                <time dateTime={started}>{fullMoment(started)}</time>
                {ended ? `, ended ${describeMoment(ended, Date.parse(ended))}` : ', still running'}; started
                by {startedBy}; {settled} settled. Present:{' '}
                {[...new Set(attendance.map(({ name }) => name))].join(', ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {agreement.length > 0 && (
        <section>
          <h3>Agreement</h3>
          <table className="minutes-figures">
            <thead>
              <tr>
                <th scope="col">Figure</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {agreementRows(agreement).map(([name, before, after]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {guides.length > 1 && (
        <section>
          <h3>Label guide</h3>
          <ul>
            {guides.map(({ name, version, at, by }) => (
              <li key={at}>
                {fullMoment(at)}: {name}, version {version}, by {by}
              </li>
            ))}
          </ul>
        </section>
      )}
      {tasks.length > 0 && (
        <section>
          <h3>Tasks</h3>
          <ul>
            {tasks.map((task) => (
              <li key={`${task.text} ${task.about}`} dir="auto">
                {task.state === 'done' && <strong>Done: </strong>}
                {taskWords(task)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

let navigated = false;

/** Whether the view on the page was reached by a navigation inside the tool whose focus nobody has placed yet. */
export const arrival = {
  /** A navigation begins. */
  mark(): void {
    navigated = true;
  },
  /** True once per navigation. */
  take(): boolean {
    const answer = navigated;
    navigated = false;
    return answer;
  },
};

// The mark of Vigie: a masthead with its lookout, and the two sectors of the light that it watches.
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" className="mark">
      <path d="M16 31V14M10.5 22h11" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="16" cy="11" r="3" fill="currentColor" />
      <path d="M16 11 3.6 5.8A13.4 13.4 0 0 1 10.1.9Z" className="mark-light" />
      <path d="M16 11 28.4 5.8A13.4 13.4 0 0 0 21.9.9Z" className="mark-light mark-faint" />
    </svg>
  );
}

import { useEffect, useState } from 'preact/hooks';

const query = '(max-width: 767px)';

/** Whether rows are cards. */
export function usePhone(): boolean {
  const [isPhone, set] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = (): void => set(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isPhone;
}

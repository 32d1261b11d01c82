import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useStore } from '../store/index.ts';
import { chooseTheme, IconButton, Menu, type Theme, theme } from '../ui/index.ts';

const THEMES = [
  { id: 'system', label: 'As the device', Icon: Monitor },
  { id: 'light', label: 'Light', Icon: Sun },
  { id: 'dark', label: 'Dark', Icon: Moon },
] as const satisfies readonly { id: Theme; label: string; Icon: typeof Sun }[];

export function ThemeMenu() {
  const chosen = useStore(theme);
  const current = THEMES.find((one) => one.id === chosen)!;
  const entries = THEMES.map(({ id, label, Icon }) => ({
    id,
    label,
    icon: <Icon className="icon" aria-hidden="true" />,
    isChecked: id === chosen,
    run: () => chooseTheme(id),
  }));
  return (
    <Menu
      label="Light or dark"
      trigger={
        <IconButton
          label={`Light or dark: ${current.label.toLowerCase()}`}
          icon={<current.Icon className="icon" aria-hidden="true" />}
        />
      }
      groups={[{ title: 'Light or dark', entries }]}
    />
  );
}

import SearchIcon from 'lucide-react/icons/search';
import XIcon from 'lucide-react/icons/x';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import './SearchField.css';
import './TextField.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  readonly placeholder?: string;
}

export function SearchField({ label, value, onChange, placeholder }: SearchFieldProps) {
  return (
    <AriaSearchField className="search-field" value={value} onChange={onChange}>
      <Label className="visually-hidden">{label}</Label>
      <SearchIcon className="icon" aria-hidden="true" />
      <Input className="field-input" placeholder={placeholder ?? label} />
      <Button className="search-clear" aria-label="Clear">
        <XIcon className="icon" aria-hidden="true" />
      </Button>
    </AriaSearchField>
  );
}

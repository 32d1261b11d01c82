import type { Exporter, ExportFormat } from './export-article.ts';
import { htmlExporter } from './export-html.ts';
import { jsonExporter } from './export-json.ts';
import { w3cExporter } from './export-w3c.ts';

/** Every form of export by its name. */
export const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  json: jsonExporter,
  w3c: w3cExporter,
  html: htmlExporter,
};

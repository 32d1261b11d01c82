export { ROOM_LIMITS, type RoomLimits } from './ports.ts';
export type { Room, RoomListener } from './room.ts';
export {
  type ArticleReading,
  type ArticleSeed,
  type Created,
  Rooms,
  type RoomsOptions,
} from './rooms.ts';
export type { ArticleText, Author, Reception } from './text-document.ts';

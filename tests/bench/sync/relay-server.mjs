/** The floor: a bare `ws` relay. It sends every message on to the other sockets of the same path, and knows no more. */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const rooms = new Map();
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });

server.on('connection', (socket, request) => {
  const members = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, members.add(socket));
  socket.on('message', (data) => {
    for (const member of members) if (member !== socket) member.send(data);
  });
  socket.on('close', () => members.delete(socket));
});

http.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));

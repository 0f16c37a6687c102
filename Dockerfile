FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev

FROM packages AS build
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build
# A checkout under a strict umask is readable by its owner only, and the programs run as somebody else.
RUN chmod -R a+rX dist cities package.json

FROM node:22-bookworm-slim
ENV NODE_ENV=production OPERATIONS_HOST=0.0.0.0 OPERATIONS_PORT=9464 FILES_DIR=/srv/vidhuk/files
WORKDIR /app
# Nothing is installed where the programs run.
RUN rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn*
RUN mkdir -p /srv/vidhuk/files && chown node:node /srv/vidhuk/files
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/package.json ./
COPY --from=build /app/cities cities
USER node
EXPOSE 8080 9464
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.OPERATIONS_PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/bot/main.js"]

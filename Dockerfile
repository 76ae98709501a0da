# Nothing is built natively: what npm installs on one machine runs on the other.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=optional
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY src ./src
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    PUID=1000 \
    PGID=1000 \
    UMASK=022 \
    CRON_SCHEDULE=@daily
WORKDIR /config
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
COPY --from=build /app/build /app/build
COPY bin /app/bin
COPY docker /app/docker
COPY fixtures /app/fixtures
COPY LICENSE /app/LICENSE
VOLUME /config
# Its own configuration can be read: a Radarr that is down makes no unhealthy container.
HEALTHCHECK --interval=5m --timeout=30s --start-period=30s \
  CMD ["/app/docker/entrypoint.sh", "config", "validate"]
ENTRYPOINT ["/app/docker/entrypoint.sh"]

# Debian's slim image: lmdb brings a binary for exactly this Node and C library, so nothing is compiled.
ARG NODE=node:22-bookworm-slim

# The packages that run. No package may run a script of its own: none needs to. Half of what npm installs are
# TypeScript and source maps, which Node never reads. What is installed, with versions, hashes and licences, is written down.
FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY src/tools/sbom.mjs ./src/tools/
RUN npm ci --omit=dev --ignore-scripts \
 && npm run --silent sbom \
 && find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' \) -delete

# The compiler, Web Chat and their like stay behind in this stage.
FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
# The build finishes the cards that people see first. It compiles the product alone: the tools stay behind.
COPY cards ./cards
COPY src ./src
RUN npm run --silent build && find dist -type f \( -name '*.map' -o -name '*.ts' -o -name 'finish-first.js' \) -delete

FROM ${NODE}
ENV NODE_ENV=production \
    PORT=3978 \
    DATA_DIR=/data
WORKDIR /app
# Its files belong to root and are only read; what it writes is below /data.
RUN mkdir /data && chown 1000:1000 /data
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules ./node_modules
COPY --from=packages /app/dist/sbom.json ./
COPY cards ./cards
COPY --from=build /app/dist/web ./dist/web
COPY --from=build /app/dist/src ./dist/src
# By number, so that a platform can see that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`, { signal: AbortSignal.timeout(4000) }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm or a shell: SIGTERM must reach the server, which then finishes what it is answering.
CMD ["node", "dist/src/main.js"]

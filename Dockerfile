# The endpoint alone, in an image that can run read-only and without rights; see docs/deploy.md.
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc tsconfig.base.json ./
COPY packages/model packages/model
COPY packages/endpoint packages/endpoint
RUN npm ci --workspace packages/model --workspace packages/endpoint --include-workspace-root --ignore-scripts \
 && npx tsc -b packages/endpoint \
 && npm pack --pack-destination /packed --workspace packages/model --workspace packages/endpoint

FROM node:24-slim AS install
WORKDIR /app
COPY --from=build /packed /packed
# The versions of the lock file, for production only.
COPY --from=build /build/package-lock.json /build/package.json /build/.npmrc ./
COPY --from=build /build/packages/model/package.json packages/model/
COPY --from=build /build/packages/endpoint/package.json packages/endpoint/
RUN npm ci --omit=dev --workspace packages/model --workspace packages/endpoint --ignore-scripts \
 && for name in model endpoint; do \
      tar -xzf /packed/peilglas-$name-*.tgz -C packages/$name --strip-components=1; \
    done

FROM node:24-slim
ENV NODE_ENV=production PEILGLAS_HOST=0.0.0.0 PEILGLAS_PORT=4400 PEILGLAS_STORE=/store
WORKDIR /app
COPY --from=install --chown=root:root /app /app
RUN mkdir /store && chown node:node /store
USER node
VOLUME /store
EXPOSE 4400
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PEILGLAS_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "packages/endpoint/bin/peilglas-endpoint.js"]
CMD ["serve"]

# The endpoint alone, in an image that can run read-only and without rights; see docs/deploy.md.
FROM node:24-slim AS build
# The endpoint, and what it fills elements with.
ARG PACKAGES="model text client auth charts elements prerender endpoint"
WORKDIR /build
COPY package.json package-lock.json .npmrc tsconfig.base.json tsconfig.json ./
COPY scripts/build-packages.mjs scripts/tool.mjs scripts/
COPY packages packages
RUN npm ci $(printf -- '--workspace packages/%s ' $PACKAGES) --include-workspace-root --ignore-scripts \
 && node scripts/build-packages.mjs \
 && mkdir /packed /manifests \
 && npm pack --pack-destination /packed $(printf -- '--workspace packages/%s ' $PACKAGES) \
 && for name in $PACKAGES; do cp --parents packages/$name/package.json /manifests; done

FROM node:24-slim AS install
ARG PACKAGES="model text client auth charts elements prerender endpoint"
WORKDIR /app
COPY --from=build /packed /packed
# The versions of the lock file, for production only.
COPY --from=build /build/package-lock.json /build/package.json /build/.npmrc ./
COPY --from=build /manifests ./
RUN npm ci --omit=dev $(printf -- '--workspace packages/%s ' $PACKAGES) --ignore-scripts \
 && for name in $PACKAGES; do \
      tar -xzf /packed/peilglas-$name-[0-9]*.tgz -C packages/$name --strip-components=1; \
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

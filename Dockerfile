# The image of one service. Needs the jar that runs by itself, <module>/target/<module>-…-exec.jar; 'mvn package' makes it.
#   docker build --build-arg MODULE=voice-gateway -t parley/voice-gateway .

FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /build
COPY ${MODULE}/target/${MODULE}-*-exec.jar service.jar
# Of the four layers two are empty here; they join ours, because the classic builder stumbles over copies of nothing.
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers \
    && cp -r layers/spring-boot-loader/. layers/snapshot-dependencies/. layers/application/

FROM eclipse-temurin:25-jre
ARG MODULE
LABEL org.opencontainers.image.title="Parley ${MODULE}" org.opencontainers.image.licenses="Apache-2.0"

# /models is what a volume is mounted on: a new volume takes the folder's owner. The home holds unpacked native libraries.
RUN groupadd --gid 10001 parley \
    && useradd --uid 10001 --gid parley --create-home parley \
    && mkdir /models /campaign-versions \
    && chown parley:parley /models /campaign-versions
WORKDIR /app

# What changes least comes first, so that a new version shares the libraries with the last one.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY deploy/healthy /usr/local/bin/healthy

USER parley

# Linear algebra on more threads than one costs more than it gains with networks of this size.
ENV OMP_NUM_THREADS=1
# Native memory that many threads take and give back stays in few places, so that less of it lies idle.
ENV MALLOC_ARENA_MAX=2
# The heap is a share of the container's memory; the libraries' native memory, the models' arrays, has to fit beside it.
ENV PARLEY_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseSerialGC"
# Where 'healthy' asks; a service behind another port sets it.
ENV PARLEY_HEALTH_PORT=8080

HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 CMD ["healthy"]

# exec: the service is process 1 and hears the signal that stops it.
ENTRYPOINT ["sh", "-c", "exec java \
    --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector --sun-misc-unsafe-memory-access=allow \
    -XX:+UseCompactObjectHeaders -XX:-SplitIfBlocks -XX:+ExitOnOutOfMemoryError \
    -XX:ThreadPriorityPolicy=1 -XX:JavaPriority1_To_OSPriority=15 -XX:-PrintWarnings \
    -Dorg.bytedeco.javacpp.maxbytes=256m -Dorg.bytedeco.javacpp.maxphysicalbytes=1500m \
    $PARLEY_JAVA_OPTIONS -jar service.jar \"$@\"", "java"]

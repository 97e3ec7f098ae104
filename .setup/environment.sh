# shellcheck shell=sh
# Sourced by ./build and ./muster: finds the tools and installs what is missing, where it may.

# The home folder of a JDK 25 or newer, or nothing.
find_jdk25() {
    for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/*2[6-9]* /opt/*jdk*25* \
        "$HOME"/.sdkman/candidates/java/25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
        if [ -n "$home" ] && [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="2[5-9]' "$home/release" 2>/dev/null; then
            echo "$home"
            return
        fi
    done
}

need_jdk25() {
    JAVA_HOME=$(find_jdk25)
    if [ -z "$JAVA_HOME" ]; then
        cat >&2 <<'TEXT'
muster: JDK 25 not found.
Maybe install Temurin 25 (Debian package temurin-25-jdk, from the Adoptium repository), or set JAVA25_HOME to the folder of a JDK 25.
TEXT
        exit 69
    fi
    export JAVA_HOME
}

need_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        may_install && install maven
    fi
    if ! command -v mvn >/dev/null 2>&1; then
        echo "muster: Maven 3.8.7 or newer not found. Maybe install it: apt-get install maven" >&2
        exit 69
    fi
}

# Root, or sudo without a password, on a machine with apt.
may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install() {
    echo "muster: installing with apt: $*" >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 && return
    as_root apt-get update -qq >/dev/null 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 && return
    echo "muster: apt could not install: $*" >&2
}

# Installs what .setup/packages lists for the purpose, or says what will not be run without it.
# Needs muster_root, the checkout's folder.
set_up() {
    purpose=$1
    missing=""
    while read -r for_what program package without; do
        case "$for_what" in "$purpose" | both) ;; *) continue ;; esac
        command -v "$program" >/dev/null 2>&1 && continue
        [ -x "/usr/bin/$program" ] && continue
        [ -e "$program" ] && continue
        missing="$missing $package"
        if ! may_install; then
            echo "muster: $program is missing ($without). Maybe: apt-get install $package" >&2
        fi
    done <"${muster_root:?}/.setup/packages"
    # shellcheck disable=SC2086 # a list of words
    if [ -n "$missing" ] && may_install; then install $missing; fi
}

# The npm package of Restate's server for this machine, or nothing. Its licence: docs/decisions/0038-restate.md.
restate_package() {
    case "$(uname -sm)" in
        "Linux x86_64") echo @restatedev/restate-server-linux-x64 ;;
        "Linux aarch64") echo @restatedev/restate-server-linux-arm64 ;;
        "Darwin arm64") echo @restatedev/restate-server-darwin-arm64 ;;
        "Darwin x86_64") echo @restatedev/restate-server-darwin-x64 ;;
    esac
}

# Installs Restate's server for tests and benchmarks under .muster-cache, or says what will not be run without it.
set_up_restate() {
    restate_home=${muster_root:?}/.muster-cache/restate-1.7.12
    [ -x "$restate_home/restate-server" ] && return
    package=$(restate_package)
    if [ -z "$package" ] || ! command -v npm >/dev/null 2>&1; then
        echo "muster: what concerns Restate is not tested: no server for this machine, or no npm. Maybe: apt-get install npm" >&2
        return
    fi
    echo "muster: installing with npm: $package@1.7.12" >&2
    mkdir -p "$restate_home"
    if npm install --prefix "$restate_home" --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --silent \
        "$package@1.7.12" >/dev/null 2>&1; then
        ln -sf "node_modules/$package/bin/restate-server" "$restate_home/restate-server"
    else
        echo "muster: npm could not install $package@1.7.12; what concerns Restate is not tested" >&2
    fi
}

# Installs the TypeScript SDK of the Model Context Protocol, whose client tests ask, or says what will not be run without it.
set_up_mcp_client() {
    mcp_home=${muster_root:?}/.muster-cache/mcp-client-1.32.2
    [ -d "$mcp_home/node_modules/@modelcontextprotocol/sdk/dist" ] && return
    if ! command -v npm >/dev/null 2>&1; then
        echo "muster: no client of others asks the MCP server: no npm. Maybe: apt-get install npm" >&2
        return
    fi
    echo "muster: installing with npm: @modelcontextprotocol/sdk@1.32.2" >&2
    mkdir -p "$mcp_home"
    npm install --prefix "$mcp_home" --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --silent \
        "@modelcontextprotocol/sdk@1.32.2" >/dev/null 2>&1 ||
        echo "muster: npm could not install @modelcontextprotocol/sdk@1.32.2; no client of others asks the MCP server" >&2
}

# Lists the jars of the Trino server that tests start, about 270 MB from Maven's repository the first time, or says what will not be run without it.
set_up_trino() {
    trino_home=${muster_root:?}/.muster-cache/trino-483
    [ -f "$trino_home/iceberg.classpath" ] && return
    echo "muster: fetching with mvn: io.trino:trino-main:483, io.trino:trino-iceberg:483" >&2
    mkdir -p "$trino_home"
    for part in server iceberg; do
        if mvn -q -B -ntp -f "$muster_root/.setup/trino/pom.xml" -P "$part" \
            org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
            -DincludeScope=runtime -Dmdep.outputFile="$trino_home/$part.fetched" >/dev/null 2>&1; then
            mv "$trino_home/$part.fetched" "$trino_home/$part.classpath"
        else
            echo "muster: mvn could not fetch the $part of Trino; what concerns Trino is not tested" >&2
            return
        fi
    done
}

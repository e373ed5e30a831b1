# Shared by ./run, ./throughcare and ./test. Source it from the root of the checkout.

need_dotnet() {
  command -v dotnet >/dev/null || { echo "The .NET SDK is missing: install version 10.0 from https://dotnet.microsoft.com/download" >&2; exit 1; }
  case "$(dotnet --version 2>/dev/null)" in
    10.*|1[1-9].*) ;;
    *) echo "Throughcare needs the .NET SDK 10.0; found: $(dotnet --version 2>&1 | head -1)" >&2; exit 1 ;;
  esac
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

# build_when_needed PROJECT DLL: builds in Release when a source is newer than what was built. Says nothing unless it fails.
build_when_needed() {
  local project=$1 dll=$2 log
  if [ -f "$dll" ] && [ -z "$(find src Directory.Build.props Directory.Packages.props global.json \
      -type f -newer "$dll" -not -path '*/bin/*' -not -path '*/obj/*' -print -quit)" ]; then
    return 0
  fi
  log=$(mktemp)
  if ! dotnet build "$project" -c Release -v q --nologo -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false >"$log" 2>&1; then
    grep -E "error|warn" "$log" | sort -u | head -40 >&2 || true
    tail -5 "$log" >&2
    echo "The build failed." >&2
    rm -f "$log"
    exit 1
  fi
  touch "$dll"
  rm -f "$log"
}

# have_postgres: whether the server programs are there; have_chromium likewise.
have_postgres() { ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; }
have_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

# install PACKAGE...: with apt, as root; says what is missing where it can't.
install_packages() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $*" >&2
    apt-get update -qq >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null 2>&1 && return 0
  fi
  echo "Missing, and could not be installed: $*. Install Debian's packages of these names." >&2
  return 1
}

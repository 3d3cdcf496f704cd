# Builds the build, then runs it: ./build.ps1 [targets] [parameters], see ./build.ps1 --help.
$ErrorActionPreference = "Stop"
Push-Location $PSScriptRoot
try {
    $env:DOTNET_CLI_TELEMETRY_OPTOUT = 1
    $env:DOTNET_NOLOGO = 1

    $isReady = $false
    if (Get-Command dotnet -ErrorAction SilentlyContinue) {
        dotnet --version *> $null
        $isReady = $LASTEXITCODE -eq 0
    }

    if (-not $isReady) {
        $version = (Get-Content global.json | ConvertFrom-Json).sdk.version
        Write-Host "Drawbridge needs the .NET SDK $version or newer; install it from https://dot.net/download and put 'dotnet' on the PATH."
        exit 1
    }

    $log = dotnet build build/_build.csproj --configuration Release --verbosity quiet -nologo 2>&1
    if ($LASTEXITCODE -ne 0) {
        Write-Host ($log -join [Environment]::NewLine)
        exit 1
    }

    dotnet artifacts/bin/_build/release/_build.dll @args
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}

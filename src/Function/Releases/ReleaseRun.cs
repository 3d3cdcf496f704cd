using Drawbridge.Engine;
using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Releases;

/// <summary>Applies a release: the engine's run, with the database server already known.</summary>
public delegate Task<RunReport> ReleaseRun(
    Release release, IScriptSource scripts, IProgress<RunReport> progress, CancellationToken cancellationToken);

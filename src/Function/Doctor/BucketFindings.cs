using Drawbridge.Manifests;

namespace Drawbridge.LambdaFunction.Doctor;

/// <summary>What was seen of the bucket.</summary>
/// <param name="Checks">Its checks.</param>
/// <param name="Databases">Those that scripts were uploaded for; null when nobody could look.</param>
internal sealed record BucketFindings(IReadOnlyList<DoctorCheck> Checks, IReadOnlyList<string>? Databases);

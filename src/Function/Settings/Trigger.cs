namespace Drawbridge.LambdaFunction.Settings;

/// <summary>What makes the function work. The bucket notifies it of one of these only.</summary>
internal enum Trigger
{
    /// <summary>A release, which names what was approved.</summary>
    Release,

    /// <summary>Scripts that somebody puts into the bucket by hand.</summary>
    Upload,
}

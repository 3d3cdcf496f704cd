using System.Globalization;

namespace Drawbridge.LambdaFunction.Problems;

/// <summary>The function's clock and S3's differ so much that signatures are refused.</summary>
internal sealed record ClockSkewed(TimeSpan Skew) : Problem(
    string.Create(CultureInfo.InvariantCulture, $"The function's clock differs from S3's by {Skew.TotalSeconds:0} s."),
    "AWS sets the clock of its own machines; set the one of the machine that stands in for them.");

namespace Drawbridge.Bench.Function;

/// <summary>How long one process of the function took.</summary>
/// <param name="Poll">From its start to its first question for an event.</param>
/// <param name="ColdStatement">From its first release to that one's first statement at the server.</param>
/// <param name="WarmStatement">The same of the next release.</param>
/// <param name="NothingToDo">From a release of which all is applied to the answer.</param>
internal sealed record StartTiming(TimeSpan Poll, TimeSpan ColdStatement, TimeSpan WarmStatement, TimeSpan NothingToDo);

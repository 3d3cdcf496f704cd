namespace Drawbridge.Engine.SqlServer;

/// <summary>One thing that the server objected to.</summary>
/// <param name="Number">Which message it is; 50000 and above are scripts' own.</param>
/// <param name="Severity">Above 10 it is an error, above 19 the end of the connection.</param>
/// <param name="Message">In the language of the login; may hold values of rows.</param>
internal sealed record ServerError(int Number, int Severity, string Message)
{
    /// <summary>The driver's number for an answer that did not come in time.</summary>
    public const int TimedOut = -2;

    /// <summary>The session answers with plans instead of with rows.</summary>
    public static ServerError OfAnotherKind { get; } = new(
        Number: 0,
        Severity: 16,
        "The session tells how it would answer instead of answering, as after 'SET SHOWPLAN_ALL ON'.");

    /// <summary>In what was at work, from 1; less when the server does not say.</summary>
    public int Line { get; init; }

    /// <summary>The procedure, function or trigger in which the line counts; empty for the batch itself.</summary>
    public string Procedure { get; init; } = "";

    /// <summary>As people look it up.</summary>
    public string Code => Number == TimedOut ? "no answer in time" : $"error {Number}";
}

namespace Drawbridge.LambdaFunction.Problems;

/// <summary>Something that nobody thought of. Says no more than its type, because a message could quote data.</summary>
internal sealed record InternalFailure(string ExceptionType) : Problem(
    $"The function met an error that it does not know, a '{ExceptionType}'.",
    "The platform tries again. If it stays so, report it with the stack trace from the function's log.")
{
    public override bool MayPass => true;
}

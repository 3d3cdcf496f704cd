namespace Drawbridge.Engine.Tests;

/// <summary>Gives one login after the other, the next each time that the server has refused one.</summary>
internal sealed class ChangingLogin(params IReadOnlyList<Login> logins) : ILoginSource
{
    public string Name => "the test";

    public bool NamesUser { get; init; }

    public bool NeedsTls { get; init; }

    /// <summary>What was asked.</summary>
    public List<LoginRequest> Requests { get; } = [];

    public Task<Login?> Find(LoginRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        var next = request.Refused is null ? 0 : logins.TakeWhile(login => login != request.Refused).Count() + 1;
        return Task.FromResult(next < logins.Count ? logins[next] : null);
    }
}

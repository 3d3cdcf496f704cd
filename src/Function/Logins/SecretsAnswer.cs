using System.Text.Json;
using Drawbridge.LambdaFunction.Problems;

namespace Drawbridge.LambdaFunction.Logins;

/// <summary>What Secrets Manager answered. Its words are never shown, only its codes.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Code">Of an error, such as <c>AccessDeniedException</c>; empty for none.</param>
/// <param name="Text">The secret, when there is one in text form.</param>
internal sealed record SecretsAnswer(int Status, string Code, string? Text)
{
    private const int Fine = 200;
    private const int ServerFault = 500;

    /// <summary>Whether asking again soon may help.</summary>
    public bool MayPassSoon => Status >= ServerFault || Code is "ThrottlingException" or "TooManyRequestsException";

    /// <summary>Reads an answer's body, whatever it is.</summary>
    public static SecretsAnswer Read(int status, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var type = TextOf(document.RootElement, "__type") ?? "";
            return new SecretsAnswer(status, type.Split('#')[^1], TextOf(document.RootElement, "SecretString"));
        }
        catch (JsonException)
        {
            return new SecretsAnswer(status, "", null);
        }
    }

    /// <summary>The problem that it is; null for a secret.</summary>
    public Problem? ProblemOf(string secret, SecretsEndpoint endpoint) => this switch
    {
        { Status: Fine, Text: not null } => null,
        { Status: Fine } => new SecretUnusable(secret, "it holds no text"),
        { MayPassSoon: true } => new SecretUnreachable(secret, endpoint.Address.Authority, $"it answered {this}"),
        { Code: "ResourceNotFoundException" } => new SecretMissing(secret, endpoint.Region),
        { Code: "InvalidRequestException" } =>
            new SecretUnusable(secret, "it is marked for deletion, or has no value yet"),
        _ => new SecretDenied(secret, $"{this}"),
    };

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"{Status} {Code}".TrimEnd();

    private static string? TextOf(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

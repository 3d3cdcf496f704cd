using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drawbridge.LocalAws.Calls;
using Drawbridge.LocalAws.S3;
using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Secrets;

/// <summary>Speaks as much of Secrets Manager as shows a secret's current text.</summary>
internal sealed class SecretsApi(IReadOnlyList<string> accessKeyIds, CallLog calls, TimeProvider time)
{
    /// <summary>How the header <c>X-Amz-Target</c> begins.</summary>
    public const string TargetPrefix = "secretsmanager.";

    private const string ContentType = "application/x-amz-json-1.1";

    private readonly ConcurrentDictionary<string, string> _secrets = new();
    private int _reads;

    /// <summary>How often a secret was asked for.</summary>
    public int Reads => _reads;

    /// <summary>Gives a secret, named or by ARN, a new current text.</summary>
    public void Put(string name, string text) => _secrets[name] = text;

    public static bool IsMeant(HttpRequest request) =>
        request.Headers["X-Amz-Target"].ToString().StartsWith(TargetPrefix, StringComparison.Ordinal);

    public async Task Handle(HttpContext http)
    {
        var (status, answer) = await Answer(http.Request);
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        await http.Response.WriteAsync(answer.ToJsonString(), http.RequestAborted);
    }

    private async Task<(int Status, JsonObject Answer)> Answer(HttpRequest request)
    {
        if (SignatureShape.FlawOf(request, "secretsmanager", accessKeyIds) is { } flaw)
        {
            return Refusal(flaw, "The signature is not one that Secrets Manager takes.");
        }

        if (request.Headers["X-Amz-Target"] != $"{TargetPrefix}GetSecretValue")
        {
            return Refusal("UnknownOperationException", "LocalAws only knows GetSecretValue.");
        }

        Interlocked.Increment(ref _reads);
        var id = await SecretId(request) ?? "";
        calls.Note(S3Credentials.AccessKeyId(request) ?? "", "secretsmanager:GetSecretValue", id);
        return _secrets.TryGetValue(id, out var text)
            ? (StatusCodes.Status200OK, Value(id, text))
            : Refusal("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }

    private JsonObject Value(string id, string text) => new()
    {
        ["ARN"] = id,
        ["Name"] = id.Split(':')[^1],
        ["SecretString"] = text,
        ["VersionStages"] = new JsonArray("AWSCURRENT"),
        ["CreatedDate"] = time.GetUtcNow().ToUnixTimeSeconds(),
    };

    private static (int Status, JsonObject Answer) Refusal(string type, string message) =>
        (StatusCodes.Status400BadRequest, new JsonObject { ["__type"] = type, ["Message"] = message });

    private static async Task<string?> SecretId(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            return body.RootElement.GetProperty("SecretId").GetString();
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

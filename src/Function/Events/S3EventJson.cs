using System.Text.Json.Serialization;
using Amazon.Lambda.S3Events;

namespace Drawbridge.LambdaFunction.Events;

/// <summary>S3's records as JSON; the published classes count on names being compared without case.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(S3Event.S3EventNotificationRecord))]
internal sealed partial class S3EventJson : JsonSerializerContext;

namespace Drawbridge.LocalAws.Calls;

/// <summary>Something that AWS would have asked a policy about.</summary>
/// <param name="AccessKeyId">Who called.</param>
/// <param name="Permission">As policies name it, such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">The key, the prefix that was listed, or the secret.</param>
public sealed record ObservedCall(string AccessKeyId, string Permission, string Resource);

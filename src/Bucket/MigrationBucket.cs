using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime.Endpoints;
using Amazon.S3;
using Amazon.S3.Model;

namespace Drawbridge.Bucket;

/// <summary>
/// The bucket between CI and the VPC. Every failure is a <see cref="DrawbridgeException"/> that says what S3 refused,
/// or where nothing answered, within ten seconds.
/// </summary>
/// <param name="s3">From <see cref="S3Connection"/>.</param>
/// <param name="bucket">Its name.</param>
public sealed class MigrationBucket(IAmazonS3 s3, string bucket)
{
    private readonly S3Requests _requests = new(new S3Failure(bucket, AddressOf(s3, bucket).Authority));

    /// <summary>The bucket's name.</summary>
    public string Name { get; } = bucket;

    /// <summary>Where requests for it go.</summary>
    public Uri Address { get; } = AddressOf(s3, bucket);

    /// <summary>Reads an object whole; null when it is missing.</summary>
    /// <param name="key">Its whole key.</param>
    /// <param name="versionId">Null for the newest version.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<BucketObject?> Read(string key, string? versionId, CancellationToken cancellationToken) =>
        Read(new GetObjectRequest { BucketName = Name, Key = key, VersionId = versionId }, cancellationToken);

    /// <summary>
    /// Reads the newest version; null when there is nothing new: it is missing, or still has the known ETag.
    /// </summary>
    public Task<BucketObject?> ReadWhenChanged(string key, string? knownETag, CancellationToken cancellationToken) =>
        Read(new GetObjectRequest { BucketName = Name, Key = key, EtagToNotMatch = knownETag }, cancellationToken);

    /// <summary>
    /// Writes an object; null when the condition did not hold, so another writer was first. A lost answer makes the
    /// SDK write again, and that writer may then be this one: read the object before calling it lost.
    /// </summary>
    public async Task<WrittenObject?> TryWrite(
        string key, ReadOnlyMemory<byte> bytes, WriteCondition condition, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(bytes.ToArray(), writable: false);
        var request = new PutObjectRequest
        {
            BucketName = Name,
            Key = key,
            InputStream = body,
            ChecksumSHA256 = S3Values.Base64Sha256(bytes.Span),
            IfMatch = condition.IfMatch,
            IfNoneMatch = condition.IfNoneMatch,
        };
        var limit = Patience.For(bytes.Length);
        var response = await _requests.Send(
            $"s3:PutObject '{key}'", limit, token => Put(request, token), cancellationToken);
        return response is null ? null : new WrittenObject(response.ETag, S3Values.VersionId(response.VersionId));
    }

    /// <summary>The newest version of every object below a prefix, by key.</summary>
    public async IAsyncEnumerable<ListedObject> List(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = Name, Prefix = prefix };
        do
        {
            var page = await _requests.Send(
                $"s3:ListBucket '{prefix}'", Patience.Usual, token => s3.ListObjectsV2Async(request, token), cancellationToken);
            foreach (var found in page.S3Objects ?? [])
            {
                yield return new ListedObject(
                    found.Key, found.ETag, found.Size ?? 0, S3Values.Utc(found.LastModified), VersionId: null);
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    /// <summary>The folders right below a prefix, by name.</summary>
    public async Task<IReadOnlyList<string>> Folders(string prefix, CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = Name, Prefix = prefix, Delimiter = "/" };
        var folders = new List<string>();
        do
        {
            var page = await _requests.Send(
                $"s3:ListBucket '{prefix}'", Patience.Usual, token => s3.ListObjectsV2Async(request, token), cancellationToken);
            folders.AddRange((page.CommonPrefixes ?? []).Select(folder => folder[prefix.Length..].TrimEnd('/')));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
        return folders;
    }

    /// <summary>Like <see cref="List"/>, with version ids: needs <c>s3:ListBucketVersions</c>.</summary>
    public async IAsyncEnumerable<ListedObject> ListWithVersions(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListVersionsRequest { BucketName = Name, Prefix = prefix };
        ListVersionsResponse page;
        do
        {
            page = await _requests.Send(
                $"s3:ListBucketVersions '{prefix}'", Patience.Usual, token => s3.ListVersionsAsync(request, token), cancellationToken);
            foreach (var found in (page.Versions ?? []).Where(version => version is { IsLatest: true, IsDeleteMarker: not true }))
            {
                yield return new ListedObject(
                    found.Key,
                    found.ETag,
                    found.Size ?? 0,
                    S3Values.Utc(found.LastModified),
                    S3Values.VersionId(found.VersionId));
            }

            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
        while (page.IsTruncated ?? false);
    }

    /// <summary>The SHA-256 that S3 stored with an object, in lower-case hex; null when it has none.</summary>
    /// <param name="key">Its whole key.</param>
    /// <param name="versionId">Null for the newest version.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<string?> StoredSha256(string key, string? versionId, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest
        {
            BucketName = Name,
            Key = key,
            VersionId = versionId,
            ChecksumMode = ChecksumMode.ENABLED,
        };
        var response = await _requests.Send(
            $"s3:GetObject '{key}'", Patience.Usual, token => Head(request, token), cancellationToken);
        return S3Values.HexOf(response?.ChecksumSHA256);
    }

    private static Uri AddressOf(IAmazonS3 s3, string bucket)
    {
        var request = new ListObjectsV2Request { BucketName = bucket };
        var endpoint = s3.Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));
        return new Uri(endpoint.URL);
    }

    private Task<BucketObject?> Read(GetObjectRequest request, CancellationToken cancellationToken) =>
        new ObjectReader(s3, _requests).Read(request, cancellationToken);

    private async Task<PutObjectResponse?> Put(PutObjectRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await s3.PutObjectAsync(request, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (S3Failure.IsLostWrite(exception))
        {
            return null;
        }
    }

    private async Task<GetObjectMetadataResponse?> Head(
        GetObjectMetadataRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await s3.GetObjectMetadataAsync(request, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}

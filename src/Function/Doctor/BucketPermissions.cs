using Drawbridge.Bucket;
using Drawbridge.Engine;
using Drawbridge.Manifests;
using Drawbridge.Problems;

namespace Drawbridge.LambdaFunction.Doctor;

/// <summary>
/// Asks for what a release will ask for, at exactly its prefixes. S3 looks at permissions before anything else, so reading
/// a key that is not there tells whether it may be read; and a write on the condition that an object is there, which
/// never was, tells whether it may be written, and writes nothing.
/// </summary>
internal sealed class BucketPermissions(MigrationBucket bucket, BucketLayout layout)
{
    private const string NeverWritten = "doctor/never-written";
    private static readonly string Denied = KebabCase.Of(nameof(BucketDenied));
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);
    private static readonly WriteCondition NeverTrue = WriteCondition.IfUnchanged($"\"{new string('0', 32)}\"");

    /// <summary>Those with a folder of scripts; null when nobody could look.</summary>
    public IReadOnlyList<string>? Databases { get; private set; }

    private string Migrations => layout.Full(BucketLayout.MigrationsFolder);

    private string Results => layout.FolderOf(ManifestKind.Result);

    private string Plans => layout.FolderOf(ManifestKind.Plan);

    private string Releases => layout.FolderOf(ManifestKind.Release);

    private Question First => new("bucket-list", Migrations, "s3:ListBucket", List);

    private IReadOnlyList<Question> Others =>
    [
        new("bucket-read", Migrations, "s3:GetObject", token => Read(Migrations, token)),
        new("bucket-read", Releases, "s3:GetObject", token => Read(Releases, token)),
        new("bucket-read", Plans, "s3:GetObject", token => Read(Plans, token)),
        new("bucket-read", Results, "s3:GetObject", token => Read(Results, token)),
        new("bucket-write", Results, "s3:PutObject", token => Write(Results, token)),
        new("bucket-write", Releases, "s3:PutObject", token => Write(Releases, token)),
    ];

    /// <summary>All of them, when there is no way to ask.</summary>
    public IEnumerable<DoctorCheck> Skip(string cause) =>
        [First.Checkup.Skipped(cause), .. Others.Select(question => question.Checkup.Skipped(cause))];

    /// <summary>One, and when that was answered, by a refusal too, the others side by side.</summary>
    public async Task<IEnumerable<DoctorCheck>> Look(CancellationToken cancellationToken)
    {
        var first = await Look(First, cancellationToken);
        return first.Status == CheckStatus.Broken && first.Code != Denied
            ? [first, .. Others.Select(question => question.Checkup.Skipped(first.Name))]
            : [first, .. await Task.WhenAll(Others.Select(question => Look(question, cancellationToken)))];
    }

    private async Task<DoctorCheck> Look(Question question, CancellationToken cancellationToken)
    {
        var check = await question.Checkup.Look(
            Limit,
            new BucketUnreachable(bucket.Name, bucket.Address.Authority, $"no answer within {Limit.TotalSeconds:0} s"),
            async token =>
            {
                await question.Ask(token);
                return question.Checkup.Fine($"The function has {question.Permission} on '{question.Folder}'.");
            },
            cancellationToken);
        return check.Code == Denied ? check with { Remedy = RemedyFor(question) } : check;
    }

    private static string RemedyFor(Question question) =>
        $"Allow the function's role {question.Permission} on '{question.Folder}*' "
        + "(s3:ListBucket on the bucket itself, or what is not there looks denied); look also at the bucket's policy and "
        + "the gateway endpoint's.";

    private async Task List(CancellationToken cancellationToken) =>
        Databases = await bucket.Folders(Migrations, cancellationToken);

    private async Task Read(string folder, CancellationToken cancellationToken) =>
        await bucket.Read(folder + NeverWritten, versionId: null, cancellationToken);

    private async Task Write(string folder, CancellationToken cancellationToken) =>
        await bucket.TryWrite(folder + NeverWritten, default, NeverTrue, cancellationToken);

    private sealed record Question(string Name, string Folder, string Permission, Func<CancellationToken, Task> Ask)
    {
        public Checkup Checkup => new(Name, Folder);
    }
}

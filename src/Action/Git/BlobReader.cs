using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Drawbridge.GitHubAction.Problems;

namespace Drawbridge.GitHubAction.Git;

/// <summary>Reads many blobs through one <c>git cat-file --batch</c>: no process, file or checkout for each.</summary>
internal sealed class BlobReader(GitProcess git)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>About as many ids as a pipe holds.</summary>
    private const int AskedAtOnce = 1000;

    /// <summary>How many are taken from git before somebody looks at them: it should never wait for that.</summary>
    private const int MostAhead = 256;

    /// <summary>Reads them in the order given, one at a time; content above the limit is passed over.</summary>
    /// <exception cref="DrawbridgeException">The repository does not hold one of them.</exception>
    public async IAsyncEnumerable<Blob> Read(
        IReadOnlyCollection<string> objectIds,
        int sizeLimit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var process = git.Start(["cat-file", "--batch", "--buffer"]);
        await using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var asking = Ask(process.StandardInput, objectIds);
        var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        var blobs = Channel.CreateBounded<Blob>(
            new BoundedChannelOptions(MostAhead) { SingleWriter = true, SingleReader = true });
        var answering = Task.Run(
            () => Take(process.StandardOutput.BaseStream, objectIds.Count, sizeLimit, blobs.Writer, cancellationToken),
            cancellationToken);
        await foreach (var blob in blobs.Reader.ReadAllAsync(cancellationToken))
        {
            yield return blob;
        }

        if (!await answering)
        {
            throw await Failure(complaints, cancellationToken);
        }

        await asking;
        await process.WaitForExitAsync(cancellationToken);
    }

    private static async Task Ask(StreamWriter input, IReadOnlyCollection<string> objectIds)
    {
        try
        {
            await using (input)
            {
                foreach (var some in objectIds.Chunk(AskedAtOnce))
                {
                    await input.WriteAsync(string.Concat(some.Select(objectId => objectId + "\n")));
                }
            }
        }
        catch (IOException)
        {
            // git ended early: reading its answers says why
        }
    }

    /// <summary>Takes what git answers, as fast as it does; no when it has one of them not.</summary>
    private static async Task<bool> Take(
        Stream output, int count, int sizeLimit, ChannelWriter<Blob> blobs, CancellationToken cancellationToken)
    {
        try
        {
            await using var answers = new BufferedStream(output, BufferSize);
            for (var remaining = count; remaining > 0; remaining--)
            {
                if (ReadNext(answers, sizeLimit) is not { } blob)
                {
                    return false;
                }

                await blobs.WriteAsync(blob, cancellationToken);
            }

            return true;
        }
        finally
        {
            blobs.Complete();
        }
    }

    private static Blob? ReadNext(Stream answers, int sizeLimit)
    {
        if (ReadHeader(answers).Split(' ') is not [_, "blob", var length])
        {
            return null;
        }

        var size = long.Parse(length, CultureInfo.InvariantCulture);
        var rented = size <= sizeLimit ? ArrayPool<byte>.Shared.Rent((int)size) : null;
        if (rented is null)
        {
            PassOver(answers, size);
        }
        else
        {
            answers.ReadExactly(rented, 0, (int)size);
        }

        answers.ReadByte();
        return new Blob(size, rented);
    }

    /// <summary><c>&lt;object id&gt; blob &lt;size&gt;</c>, or <c>&lt;object id&gt; missing</c>.</summary>
    private static string ReadHeader(Stream answers)
    {
        var header = new StringBuilder(64);
        for (var next = answers.ReadByte(); next is not (-1 or '\n'); next = answers.ReadByte())
        {
            header.Append((char)next);
        }

        return header.ToString();
    }

    private static void PassOver(Stream answers, long size)
    {
        var nowhere = new byte[BufferSize];
        while (size > 0)
        {
            var length = (int)Math.Min(size, BufferSize);
            answers.ReadExactly(nowhere, 0, length);
            size -= length;
        }
    }

    private static async Task<DrawbridgeException> Failure(Task<string> complaints, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var complaint = (await complaints).Trim();
        return new DrawbridgeException(
            new GitFailed("cat-file", complaint.Length > 0 ? complaint : "an object is missing"));
    }
}

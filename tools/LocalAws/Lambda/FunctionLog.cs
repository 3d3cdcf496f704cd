using System.Text;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>What all processes of the function wrote, line by line, in the order it came.</summary>
internal sealed class FunctionLog(TextWriter output)
{
    private const int TailBytes = 4096;

    private readonly Lock _gate = new();
    private readonly List<FunctionLogLine> _lines = [];

    public IReadOnlyList<FunctionLogLine> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public void Add(FunctionLogLine line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            output.WriteLine($"  {line.Text}");
        }
    }

    /// <summary>Says what becomes of an invocation; it goes to the output only.</summary>
    public void Note(string text)
    {
        lock (_gate)
        {
            output.WriteLine(text);
        }
    }

    /// <summary>The last 4 KiB of what one invocation wrote.</summary>
    public byte[] Tail(string requestId)
    {
        var lines = Lines.Where(line => line.RequestId == requestId).Select(line => line.Text + '\n');
        var bytes = Encoding.UTF8.GetBytes(string.Concat(lines));
        return bytes[Math.Max(0, bytes.Length - TailBytes)..];
    }
}

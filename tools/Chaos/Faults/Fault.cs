namespace Drawbridge.Chaos.Faults;

/// <summary>One thing that goes wrong in a round.</summary>
public abstract class Fault
{
    /// <summary>What it is, in few words: the kind by which rounds are counted.</summary>
    public abstract string Kind { get; }

    /// <summary>When, and more.</summary>
    public virtual string Details => "";

    /// <summary>Whether the platform's own tries must get over it, so that no person has to do anything.</summary>
    public virtual bool PassesByItself => true;

    /// <summary>Whether whoever waits may be left without a result, because the bucket refused it.</summary>
    public virtual bool MayHideResults => false;

    /// <summary>The moment at which the function is killed; null for none.</summary>
    public virtual int? KillAt => null;

    /// <summary>Switches what goes wrong, before the release is written.</summary>
    public virtual void Prepare(Scene scene)
    {
    }

    /// <summary>Writes the release, or the releases.</summary>
    public virtual void Send(Scene scene) => scene.Put(scene.Compose());

    /// <summary>What happens while the function is at work; the answer is whether it hit.</summary>
    public virtual Task<bool> Strike(Scene scene) => Task.FromResult(true);

    /// <summary>What must not be, besides what the judge looks for in every round.</summary>
    public virtual IEnumerable<string> Charges(Scene scene) => [];

    /// <inheritdoc/>
    public sealed override string ToString() => Details.Length == 0 ? Kind : $"{Kind} {Details}";
}

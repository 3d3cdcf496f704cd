using Xunit.Sdk;

namespace Drawbridge.Engine.Tests.Contract;

/// <summary>
/// A fact of every engine: skipped where the class that inherits it lacks what it <see cref="NeedsAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Drawbridge.Engine.Tests.Contract.ContractFactDiscoverer", "Drawbridge.Engine.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

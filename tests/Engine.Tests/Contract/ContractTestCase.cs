using System.ComponentModel;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Drawbridge.Engine.Tests.Contract;

/// <summary>A fact of a contract, on one engine.</summary>
public sealed class ContractTestCase : XunitTestCase
{
    /// <summary>Only for the test framework, which fills it itself.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the test framework only.")]
    public ContractTestCase()
    {
    }

    public ContractTestCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(diagnostics, display, options, testMethod)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.ToRuntimeType().GetCustomAttribute<NeedsAttribute>()?.SkipReason;
}

using System.Reflection;
using Drawbridge.Tests.Shared;

namespace Compat.Tests.PublicApi;

public sealed class StandIns
{
    public static TheoryData<string> PackageIds => [.. PublishedSignatures.PackageIds()];

    [Fact]
    public void Each_has_a_list_of_published_signatures()
    {
        var projects = Directory.EnumerateFiles(Repository.PathOf("compat"), "*.csproj", SearchOption.AllDirectories);
        projects.Select(Path.GetFileNameWithoutExtension).ShouldBe(PublishedSignatures.PackageIds(), ignoreOrder: true);
    }

#if STANDINS
    [Theory]
    [MemberData(nameof(PackageIds))]
    public void Every_public_member_is_one_of_the_published_package(string packageId)
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, $"{packageId}.dll"));
        Signatures.Of(assembly).Except(PublishedSignatures.Read(packageId)).ShouldBeEmpty();
    }
#else
    [Theory]
    [MemberData(nameof(PackageIds))]
    public void Every_listed_signature_is_one_of_the_published_package(string packageId)
    {
        var family = $"{packageId.Split('.')[0]}.*.dll";
        var published = Directory.EnumerateFiles(AppContext.BaseDirectory, family)
            .Select(Assembly.LoadFrom)
            .SelectMany(Signatures.Of);
        PublishedSignatures.Read(packageId).Except(published).ShouldBeEmpty();
    }
#endif
}

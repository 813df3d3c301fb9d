using CareTeam.Server.Live;
using CareTeam.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>Nodes that lack something, so that a test shows what the rest can do.</summary>
public static class Nodes
{
    /// <summary>Its sweep never comes round: what its watchers hear of other nodes, they hear by the bell.</summary>
    public static void WithoutSweep(IServiceCollection services) => services.Configure<LiveOptions>(o => o.SweepInterval = TimeSpan.FromHours(1));

    /// <summary>Nobody hears its bell, not even its own watchers.</summary>
    public static void Mute(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IDoorbell, Silent>());

    private sealed class Silent : IDoorbell
    {
        public void Ring(PlanKey key, int version)
        {
        }
    }
}

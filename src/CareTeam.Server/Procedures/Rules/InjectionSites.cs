using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Procedures;

/// <summary>One place on one side: a segment's joint or foramen, a root, a muscle; an empty place is the sacroiliac joint or the sacral hiatus.</summary>
public readonly record struct InjectionSite(string Place, Side Side);

public static class InjectionSites
{
    /// <summary>Every place on every side; bilateral is left and right.</summary>
    public static IReadOnlySet<InjectionSite> Sites(this InjectionTechnique technique) =>
        Of(technique.Levels.Concat(technique.Muscles.Select(m => m.Trim().ToLowerInvariant())), technique.Side);

    public static IReadOnlySet<InjectionSite> Of(IEnumerable<string> places, Side side) =>
        places.DefaultIfEmpty("").SelectMany(place => side.Each().Select(s => new InjectionSite(place, s))).ToHashSet();

    public static string Words(this InjectionSite site) => $"{(site.Place.Length > 0 ? $"{site.Place} " : "")}{site.Side.ToWords()}";

    public static bool GivesSteroid(this InjectionTechnique technique) => technique.Agents.Any(a => a.Kind == InjectedAgentKind.Steroid);

    public static bool GivesContrast(this InjectionTechnique technique) => technique.Contrast?.UseCase == InjectedContrast.UseOneofCase.Agent;

    public static bool UsesRadiation(this InjectionTechnique technique) => technique.Guidance is ImageGuidance.Fluoroscopy or ImageGuidance.ComputedTomography;

    /// <summary>
    /// The regions for which sessions are counted. Payers count two: what lies above the lumbar spine, and what lies from it on [from memory]. None for muscles, whose sessions
    /// are counted wherever they are.
    /// </summary>
    public static IReadOnlySet<SpinalRegion> SessionRegions(this InjectionTechnique technique)
    {
        if (technique.Muscles.Count > 0) return new HashSet<SpinalRegion>();
        return technique.Levels.Select(SpinalLevel.Region).DefaultIfEmpty(SpinalRegion.Sacral)
            .Select(r => r is SpinalRegion.Cervical or SpinalRegion.Thoracic ? SpinalRegion.Cervical : SpinalRegion.Lumbar).ToHashSet();
    }

    /// <summary>Where it lies, by its first level.</summary>
    public static SpinalRegion Region(this InjectionTechnique technique) =>
        technique.Muscles.Count > 0 ? SpinalRegion.Unspecified : technique.Levels.Count > 0 ? SpinalLevel.Region(technique.Levels[0]) : SpinalRegion.Sacral;
}

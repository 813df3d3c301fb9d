using CareTeam.Server.Outcomes;

namespace CareTeam.Rules.Tests.Outcomes;

/// <summary>The shipped catalog, and answers to vary.</summary>
public static class Catalog
{
    public static readonly DateOnly Day = DateOnly.FromDateTime(Given.Now.ToDateTime());

    public static IReadOnlyList<InstrumentDefinition> All { get; } = [.. InstrumentCatalog.Shipped.On(Day)];

    public static TheoryData<string> Ids() => [.. All.Select(d => d.Id)];

    public static InstrumentDefinition Instrument(string id) => InstrumentCatalog.Shipped.Find(id, Day) ?? throw new ArgumentException($"There is no {id}.", nameof(id));

    /// <summary>Null: the item was left out.</summary>
    public static ItemAnswer[] Answers(params double?[] values) => [.. values.Select(v => v is { } value ? new ItemAnswer { Value = value } : new())];

    /// <summary>Activities that the patient named, each with its rating.</summary>
    public static ItemAnswer[] Activities(params (string Words, double? Value)[] rated) =>
        [.. rated.Select(r => r.Value is { } value ? new ItemAnswer { Activity = r.Words, Value = value } : new() { Activity = r.Words })];
}

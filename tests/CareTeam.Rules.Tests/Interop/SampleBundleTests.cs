using System.Text.Json;
using CareTeam.Server.Interop;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>The ten real bundles: all that is in them becomes part of a plan, or is listed.</summary>
public sealed class SampleBundleTests
{
    public static TheoryData<string> EverySample() => [.. SampleBundles.Names];

    private static MappedBundle Map(string name) => new GivenBundle(SampleBundles.Text(name)).Mapped();

    [Fact]
    public void Ten_bundles_make_51_plans_with_112_tasks_35_goals_and_54_diagnoses()
    {
        Assert.Equal(10, SampleBundles.Names.Count);
        var plans = SampleBundles.Names.SelectMany(n => Map(n).Plans).Select(GivenBundle.Plan).ToList();

        Assert.Equal(51, plans.Select(p => p.PlanId).Distinct().Count());
        Assert.Equal((27, 24), (plans.Count(p => p.Status == PlanStatus.Active), plans.Count(p => p.Status == PlanStatus.Completed)));
        var tasks = plans.SelectMany(p => p.Tasks).ToList();
        Assert.Equal(112, tasks.Select(t => t.TaskId).Distinct().Count());
        Assert.Equal((57, 55), (tasks.Count(t => t.Status == TaskStatus.InProgress), tasks.Count(t => t.Status == TaskStatus.Completed)));
        var goals = plans.SelectMany(p => p.Goals).ToList();
        Assert.Equal((32, 3), (goals.Count(g => g.Status == GoalStatus.Active), goals.Count(g => g.Status == GoalStatus.Achieved)));
        Assert.Equal(54, plans.Sum(p => p.Diagnoses.Count));
        Assert.All(plans.SelectMany(p => p.Diagnoses), d => Assert.Equal("http://snomed.info/sct", Assert.Single(d.OtherCodes).System));
    }

    [Theory, MemberData(nameof(EverySample))]
    public void Every_resource_is_carried_over_or_left_out_and_never_both(string name)
    {
        var mapped = Map(name);
        var leftOut = mapped.LeftOut.Where(l => l.Element.Length == 0).Select(l => l.Resource).ToList();
        var entries = SampleEntries.Of(name).ToList();
        var addressed = entries.Where(e => e.Type() == "CarePlan").SelectMany(References).ToHashSet();

        Assert.Equal(leftOut.Count, leftOut.Distinct().Count());
        foreach (var entry in entries)
        {
            var carried = entry.Type() is "CarePlan" or "Patient" || entry.Type() is "Condition" or "Goal" && addressed.Contains(entry.FullUrl());
            Assert.True(leftOut.Contains(entry.FullUrl()) != carried, $"{entry.Type()} {entry.FullUrl()}");
        }
    }

    [Theory, MemberData(nameof(EverySample))]
    public void Every_element_of_a_resource_that_is_carried_over_is_carried_over_or_left_out(string name)
    {
        string[] carried = ["resourceType", "id", "name", "birthDate", "status", "intent", "category", "subject", "period", "addresses", "activity", "goal", "code", "onsetDateTime", "lifecycleStatus", "description"];
        var mapped = Map(name);
        var whole = mapped.LeftOut.Where(l => l.Element.Length == 0).Select(l => l.Resource).ToHashSet();
        foreach (var entry in SampleEntries.Of(name).Where(e => !whole.Contains(e.FullUrl())))
        {
            var expected = entry.GetProperty("resource").EnumerateObject().Select(p => p.Name).Except(carried).Select(e => $"{entry.Type()}.{e}"
                .Replace("deceasedDateTime", "deceased").Replace("multipleBirthBoolean", "multipleBirth").Replace("abatementDateTime", "abatement"));
            // A maiden name beside the name in use.
            if (entry.Type() == "Patient" && entry.GetProperty("resource").GetProperty("name").GetArrayLength() > 1) expected = expected.Append("Patient.name");
            if (entry.Type() == "CarePlan") expected = expected.Append("CarePlan.activity.detail.code.coding");
            var listed = mapped.LeftOut.Where(l => l.Resource == entry.FullUrl()).Select(l => l.Element).ToList();
            if (entry.Type() == "Goal") listed.Remove("Goal.achievementStatus");
            Assert.Equal(expected.Except(["Goal.achievementStatus"]).Order(), listed.Order());
        }
    }

    [Theory, MemberData(nameof(EverySample))]
    public void Each_plan_says_what_its_CarePlan_says(string name)
    {
        var entries = SampleEntries.Of(name).ToDictionary(e => e.FullUrl(), e => e.GetProperty("resource"));
        foreach (var plan in Map(name).Plans.Select(GivenBundle.Plan))
        {
            var source = entries[plan.Source];
            var patient = entries[source.GetProperty("subject").GetProperty("reference").GetString()!];
            var period = source.GetProperty("period");
            Assert.Equal(source.GetProperty("category")[0].GetProperty("text").GetString(), plan.Title);
            Assert.Equal(source.GetProperty("subject").GetProperty("reference").GetString(), plan.Patient.Reference);
            Assert.Contains(patient.GetProperty("name")[0].GetProperty("family").GetString()!, plan.Patient.Name);
            Assert.Equal(patient.GetProperty("birthDate").GetString(), plan.Patient.BirthDate);
            Assert.Equal(period.GetProperty("start").GetDateTimeOffset(), plan.StartedAt.ToDateTimeOffset());
            Assert.Equal(period.TryGetProperty("end", out var end) ? end.GetDateTimeOffset() : null, plan.EndedAt?.ToDateTimeOffset());
            Assert.Equal(Strings(source, "activity", a => a.GetProperty("detail").GetProperty("code").GetProperty("text")), plan.Tasks.Select(t => t.Title));
            Assert.Equal(Strings(source, "goal", g => entries[g.GetProperty("reference").GetString()!].GetProperty("description").GetProperty("text")), plan.Goals.Select(g => g.Description));
            Assert.Equal(Strings(source, "addresses", c => entries[c.GetProperty("reference").GetString()!].GetProperty("code").GetProperty("text")), plan.Diagnoses.Select(d => d.Text));
        }
    }

    [Fact]
    public void The_same_bundle_makes_the_same_again()
    {
        var name = SampleBundles.Names[0];
        var (first, second) = (Map(name), Map(name));
        Assert.Equal(first.Plans.SelectMany(p => p.Events), second.Plans.SelectMany(p => p.Events));
        Assert.Equal(first.Plans.Select(p => p.PlanId), second.Plans.Select(p => p.PlanId));
        Assert.Equal(first.LeftOut, second.LeftOut);
    }

    [Theory, MemberData(nameof(EverySample))]
    public void A_broken_place_is_named_wherever_it_is(string name)
    {
        var entries = SampleEntries.Of(name).ToList();
        var index = entries.FindIndex(e => e.Type() == "CarePlan");
        var broken = new GivenBundle(SampleBundles.Text(name)).But(b => b["entry"]![index]!["resource"]!["status"] = "underway");
        Assert.Equal([$"bundle_json: Bundle.entry[{index}].resource.status"], broken.Broken());
    }

    private static IEnumerable<string> References(JsonElement plan) => new[] { "addresses", "goal" }.SelectMany(name => Strings(plan.GetProperty("resource"), name, r => r.GetProperty("reference")));

    private static IEnumerable<string> Strings(JsonElement owner, string list, Func<JsonElement, JsonElement> text) =>
        owner.TryGetProperty(list, out var values) ? values.EnumerateArray().Select(v => text(v).GetString()!) : [];
}

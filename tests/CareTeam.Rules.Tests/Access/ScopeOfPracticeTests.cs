namespace CareTeam.Rules.Tests.Access;

public sealed class ScopeOfPracticeTests
{
    private static ScopeOfPractice Site(string json)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json.Replace('\'', '"'));
            return ScopeOfPractice.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Or a site narrows it and nothing changes.</summary>
    [Fact]
    public void Every_capability_is_asked_for()
    {
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CareTeam.Server"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.All(Enum.GetValues<Capability>(), capability => Assert.Matches($@"Capability\.{capability}\b", code));
    }

    [Theory]
    [InlineData(Role.Physiatrist, Capability.Prescribe, true)]
    [InlineData(Role.NursePractitioner, Capability.CertifyTherapy, true)]
    [InlineData(Role.NursePractitioner, Capability.Lead, false)]
    [InlineData(Role.PhysicalTherapist, Capability.PlanTherapy, true)]
    [InlineData(Role.PhysicalTherapist, Capability.Prescribe, false)]
    [InlineData(Role.PhysicalTherapist, Capability.CertifyTherapy, false)]
    [InlineData(Role.PhysicalTherapistAssistant, Capability.TreatInTherapy, true)]
    [InlineData(Role.PhysicalTherapistAssistant, Capability.PlanTherapy, false)]
    [InlineData(Role.PhysicalTherapistAssistant, Capability.CompleteProgressReports, false)]
    [InlineData(Role.PhysicalTherapistAssistant, Capability.Examine, false)]
    [InlineData(Role.PhysicalTherapistAssistant, Capability.SetGoals, false)]
    [InlineData(Role.PhysicalTherapist, Capability.SetGoals, true)]
    [InlineData(Role.PhysicalTherapistAssistant, Capability.Cosign, false)]
    [InlineData(Role.Psychologist, Capability.Prescribe, false)]
    [InlineData(Role.Nurse, Capability.Prescribe, false)]
    [InlineData(Role.SpineSurgeon, Capability.Lead, false)]
    [InlineData(Role.Patient, Capability.TakePartInCare, false)]
    [InlineData(Role.Patient, Capability.ReportOutcomes, true)]
    [InlineData(Role.Administrator, Capability.Import, true)]
    [InlineData(Role.Display, Capability.Import, false)]
    public void A_role_may_what_the_table_says(Role role, Capability what, bool may) => Assert.Equal(may, ScopeOfPractice.Shipped.May(role, what));

    [Fact]
    public void Every_capability_says_what_it_is_whose_and_why() => Assert.All(Enum.GetValues<Capability>(), what =>
    {
        var entry = ScopeOfPractice.Shipped[what];
        Assert.NotEmpty(entry.Text);
        Assert.NotEmpty(entry.Roles);
        Assert.NotEmpty(entry.Source);
    });

    [Fact]
    public void A_site_changes_the_roles_of_what_it_names_and_nothing_else()
    {
        var scope = Site("{'certify-therapy': {'roles': ['physiatrist']}}");
        Assert.False(scope.May(Role.NursePractitioner, Capability.CertifyTherapy));
        Assert.True(scope.May(Role.Physiatrist, Capability.CertifyTherapy));
        Assert.Equal(ScopeOfPractice.Shipped[Capability.CertifyTherapy].Text, scope[Capability.CertifyTherapy].Text);
        Assert.True(scope.May(Role.NursePractitioner, Capability.Prescribe));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var problems = Assert.Throws<InvalidDataException>(() => Site("{'fly': {'roles': []}, 'lead': {'roles': ['wizard']}}")).Message;
        Assert.Contains("'fly'", problems, StringComparison.Ordinal);
        Assert.Contains("'wizard'", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_the_token_and_the_plan_must_give_the_role()
    {
        var permission = Permission.To(Capability.Prescribe);
        var plan = Given.ActivePlan().Plan;
        permission.CheckPlan(plan, new Caller("org", Given.Lead), ScopeOfPractice.Shipped);
        var asPatient = new Person { PersonId = Given.Patient.PersonId, Name = "Dr. Ana", Role = Role.Physiatrist };
        Assert.Equal("MAY_NOT_PRESCRIBE", Assert.Throws<CareTeamException>(() => permission.CheckPlan(plan, new Caller("org", asPatient), ScopeOfPractice.Shipped)).Reason);
    }
}

namespace CareTeam.Rules.Tests.Plans;

public sealed class CreatePlanTests
{
    private static CreatePlanRequest Request() => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        Title = "Back pain",
        Patient = new() { Reference = "Patient/1", Name = "Ana" },
        Categories = { new Coding { Display = "Rehabilitation" } },
    };

    [Fact]
    public void Who_opens_a_plan_leads_it_and_is_the_first_of_its_team()
    {
        var plan = new Given().When(new CreatePlan(), Request(), Given.Lead).After;
        Assert.Equal(Given.Lead, plan.Lead);
        Assert.Equal(new Member { Person = Given.Lead, Since = Given.Now }, plan.Members.Single());
    }

    [Fact]
    public void It_is_a_draft_that_has_not_started()
    {
        var outcome = new Given().When(new CreatePlan(), Request(), Given.Lead);
        outcome.Then(new PlanEvent
        {
            PlanCreated = new() { Title = "Back pain", Patient = Request().Patient, Categories = { Request().Categories }, Lead = Given.Lead },
        });
        Assert.Equal((Given.PlanId, 1, PlanStatus.Draft), (outcome.After.PlanId, outcome.After.Version, outcome.After.Status));
        Assert.Equal((Given.Now, null, null), (outcome.After.CreatedAt, outcome.After.StartedAt, outcome.After.EndedAt));
        Assert.Equal(("Back pain", Request().Patient), (outcome.After.Title, outcome.After.Patient));
        Assert.Equal(Request().Categories, outcome.After.Categories);
    }

    [Fact]
    public void Only_a_physiatrist_opens_a_plan() => new Given().When(new CreatePlan(), Request(), Given.Therapist).ThenForbidden("MAY_NOT_LEAD");

    [Fact]
    public void An_id_is_used_once()
    {
        Given.Draft().When(new CreatePlan(), Request(), Given.Lead).ThenRefused("id.unused");
        Given.Draft().When(new CreatePlan(), Request(), Given.Stranger).ThenRefused("id.unused");
    }

    [Fact]
    public void The_id_may_be_left_to_the_server()
    {
        var request = Request();
        request.PlanId = "";
        Assert.Empty(Fields.Violated(new CreatePlan(), request));
    }

    [Fact]
    public void There_is_no_version_to_expect_yet()
    {
        var request = Request();
        request.ExpectedVersion = 1;
        Assert.Equal(["expected_version"], Fields.Violated(new CreatePlan(), request));
    }

    [Fact]
    public void A_plan_is_for_a_patient_who_can_be_named_and_found()
    {
        var request = Request();
        request.Patient = null;
        Assert.Equal(["patient"], Fields.Violated(new CreatePlan(), request));
        request.Patient = new();
        Assert.Equal(["patient.reference", "patient.name"], Fields.Violated(new CreatePlan(), request));
    }

    [Fact]
    public void A_category_has_a_code_or_words()
    {
        var request = Request();
        request.Categories.Add(new Coding { System = "http://snomed.info/sct" });
        Assert.Equal(["categories[1].code"], Fields.Violated(new CreatePlan(), request));
    }

    [Fact]
    public void Nobody_is_born_in_the_future() => new Given().When(
        new CreatePlan(), new() { RequestId = Given.RequestId, Title = "t", Patient = new() { Reference = "r", Name = "n", BirthDate = "2026-03-03" } }, Given.Lead)
        .ThenInvalid("patient.birth_date");
}

using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class PrescribeExerciseTests
{
    private static readonly PrescribeExercise UseCase = new(Table);

    private static PrescribeExerciseRequest Request(Action<ExercisePrescription>? with = null)
    {
        var prescription = new ExercisePrescription { Name = "Bird dog", Category = ExerciseCategory.CoreStrength, Dose = Dose(), AssistantLimit = Dose(d => d.Repetitions = 12) };
        with?.Invoke(prescription);
        return new() { PlanId = Given.PlanId, RequestId = Given.RequestId, ExerciseId = ExerciseId, TherapyOrderId = OrderId, Prescription = prescription };
    }

    [Fact]
    public void It_is_active_with_its_dose_and_its_first_step()
    {
        var exercise = PlanWithOrder().When(UseCase, Request(), Given.Therapist).After.Exercises.Single();
        Assert.Equal(("Bird dog", ExerciseCategory.CoreStrength, ExerciseStatus.Active, Dose()), (exercise.Name, exercise.Category, exercise.Status, exercise.Dose));
        Assert.Equal(Dose(d => d.Repetitions = 12), exercise.AssistantLimit);
        Assert.Equal(new ExerciseStep { Change = ExerciseChange.Prescribed, Dose = Dose(), ChangedBy = Given.Therapist, ChangedAt = Given.Now, FromDate = "2026-03-02" }, exercise.History.Single());
    }

    [Fact]
    public void A_late_entry_holds_from_its_day_on()
    {
        var request = Request();
        request.FromDate = "2026-02-09";
        var decision = PlanWithOrder().When(UseCase, request, Given.Therapist);
        Assert.Equal("2026-02-09", decision.After.Exercises.Single().History.Single().FromDate);
        Assert.Equal(EndOf("2026-02-09"), decision.Events.Single().OccurredAt);
        foreach (var wrong in new[] { "2025-12-31", "2026-03-04" })
        {
            request.FromDate = wrong;
            PlanWithOrder().When(UseCase, request, Given.Therapist).ThenInvalid("from_date");
        }
    }

    [Fact]
    public void While_a_red_flag_is_open_nothing_is_added() =>
        PlanWithOrder().RedFlag().When(UseCase, Request(), Given.Therapist).ThenRefused("red-flag.blocks-therapy-progression");

    [Fact]
    public void Beyond_the_weight_limit_it_is_refused() =>
        PlanWithOrder().When(UseCase, Request(p => p.Dose.Load = Pounds(41)), Given.Therapist).ThenRefused("therapy.weight-limit");

    [Fact]
    public void Who_plans_the_therapy_prescribes_it()
    {
        Assert.NotEmpty(PlanWithOrder().When(UseCase, Request(), Given.Lead).Events);
        PlanWithOrder().When(UseCase, Request(), Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");
        PlanWithOrder().When(UseCase, Request(), OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
    }

    [Fact]
    public void It_belongs_to_an_order_that_goes_on()
    {
        Plan().When(UseCase, Request(), Given.Therapist).ThenNotFound();
        PlanWithOrder().Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId } }).When(UseCase, Request(), Given.Therapist).ThenRefused("therapy.lifecycle");
    }

    [Fact]
    public void An_id_is_used_once() => PlanWithOrder().Exercise().When(UseCase, Request(), Given.Therapist).ThenRefused("id.unused");

    [Fact]
    public void Its_dose_is_within_bounds()
    {
        Assert.Empty(Fields.Violated(UseCase, Request()));
        Assert.Equal(["therapy_order_id", "prescription"], Fields.Violated(UseCase, new PrescribeExerciseRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        Assert.Equal(
            ["prescription.dose.sets", "prescription.dose.target_rpe", "prescription.dose.load.value", "prescription.dose.load.unit"],
            Fields.Violated(UseCase, Request(p => (p.Dose.Sets, p.Dose.TargetRpe, p.Dose.Load) = (21, 5, new() { Value = 0, Unit = "stone" }))));
        Assert.Equal(["prescription.assistant_limit.minutes"], Fields.Violated(UseCase, Request(p => p.AssistantLimit.Minutes = 241)));
    }
}

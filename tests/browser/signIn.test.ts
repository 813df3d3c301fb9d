// Beside the others: much of it waits for tokens to end.
import './scenes/signIn.ts';
import './scenes/organizationSignIn.ts';

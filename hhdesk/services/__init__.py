"""What a recruiter does, as asynchronous use cases."""
